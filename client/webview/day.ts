import './day.css';
